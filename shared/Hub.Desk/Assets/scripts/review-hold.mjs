// Whoever works on a possible match keeps it: at most every five minutes the hub is told that they still do. When
// somebody took it over, the page says so before anything is sent.
const between = 5 * 60000

export function startReviewHold () {
  const page = document.querySelector('[data-hold]')
  const form = document.querySelector('[data-review-form]')
  if (!page || !form) {
    return
  }

  let last = Date.now()
  const work = async () => {
    if (Date.now() - last < between) {
      return
    }

    last = Date.now()
    const token = form.querySelector('input[type=hidden]')
    try {
      const answer = await fetch(page.dataset.hold, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ [token.name]: token.value }) })
      document.querySelector('[data-review-lost]').hidden = answer.status !== 409
    } catch {
      // Not reached: the next sign of work tries again.
    }
  }

  for (const sign of ['input', 'keydown', 'pointerdown', 'scroll']) {
    document.addEventListener(sign, work, { passive: true })
  }
}
