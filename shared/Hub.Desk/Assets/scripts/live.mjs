// Keeps a part of a page true while something is still going on: <div id="live" data-live="yes" data-say="…"> is loaded
// again every two seconds until the server says "no". What it then says is read out, when it has changed.
const every = 2000
const longest = 60 * 60 * 1000

export function startLive () {
  if (document.getElementById('live')?.dataset.live === 'yes') {
    next(Date.now() + longest, every)
  }
}

function next (end, wait) {
  setTimeout(() => load(end, wait), wait)
}

async function load (end, wait) {
  if (Date.now() > end) {
    return
  }

  if (document.hidden) {
    return next(end, wait)
  }

  let fresh
  try {
    const answer = await fetch(location.href, { cache: 'no-store' })
    if (answer.redirected) {
      // Not signed in any more: to the sign-in, which leads back here.
      return location.reload()
    }

    fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live') : null
  } catch {
    fresh = null
  }

  if (!fresh) {
    // Away for a moment: asked again, less and less often.
    return next(end, Math.min(wait * 2, 60000))
  }

  replace(document.getElementById('live'), fresh)
  if (fresh.dataset.live === 'yes') {
    next(end, every)
  }
}

// Whoever stands on a link of the part stays on it.
function replace (old, fresh) {
  if (old.innerHTML !== fresh.innerHTML) {
    const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    old.replaceChildren(...fresh.childNodes)
    if (focused) {
      [...old.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus()
    }
  }

  if (old.dataset.say !== fresh.dataset.say) {
    document.querySelector('[data-live-said]').textContent = fresh.dataset.say
  }

  old.dataset.say = fresh.dataset.say
  old.dataset.live = fresh.dataset.live
}
