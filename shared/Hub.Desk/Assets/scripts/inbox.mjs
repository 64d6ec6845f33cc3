// Tells of new notices while a list of them stays open, and ticks all of its boxes at once.
const every = 30000

export function startInbox () {
  for (const button of document.querySelectorAll('[data-tick-all]')) {
    const boxes = [...button.form.elements[button.dataset.tickAll] instanceof RadioNodeList ? button.form.elements[button.dataset.tickAll] : [button.form.elements[button.dataset.tickAll]]]
    button.hidden = boxes.length < 2
    button.addEventListener('click', () => {
      const all = boxes.every(box => box.checked)
      boxes.forEach(box => { box.checked = !all })
      button.textContent = all ? 'Tick all on this page' : 'Untick all'
    })
  }

  for (const region of document.querySelectorAll('[data-news]')) {
    setInterval(() => look(region), every)
  }
}

async function look (region) {
  if (document.hidden) {
    return
  }

  try {
    // Whoever is signed in no more is led to the sign-in: then there is no news here.
    const answer = await fetch(region.dataset.news, { redirect: 'manual' })
    if (answer.ok) {
      show(region, await answer.json())
    }
  } catch {
    // The hub cannot be reached just now; it is asked again.
  }
}

function show (region, news) {
  if (news.count === 0 || region.textContent === news.words) {
    return
  }

  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = region.dataset.load
  link.textContent = news.words
  region.replaceChildren(link)
}
