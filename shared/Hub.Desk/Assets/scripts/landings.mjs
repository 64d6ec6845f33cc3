// Keeps words such as "lands in 2 hours" true while a page stays open, by the hub's clock as clocks.mjs does.
import { span } from './clocks.mjs'

const minute = 60000

export function startLandings () {
  const shown = document.querySelectorAll('[data-lands]')
  if (shown.length === 0) {
    return
  }

  const ahead = Date.parse(document.documentElement.dataset.now) - Date.now()
  const tick = () => {
    for (const landing of shown) {
      const left = Date.parse(landing.dataset.lands) - (Date.now() + ahead)
      landing.textContent = words(left, landing.dataset.doubt === undefined)
      landing.classList.toggle('desk-landing--down', left <= 0)
      landing.classList.toggle('desk-landing--near', left > 0 && left <= 4 * 60 * minute)
    }
  }

  tick()
  setInterval(tick, minute / 2)
}

// As Hub.Desk's LandingWords.Of writes it.
function words (left, exact) {
  if (left > 0) return `Lands in ${span(left)}${exact ? '' : ' at the earliest'}`
  return exact ? `Landed ${span(-left)} ago` : 'May have landed'
}
