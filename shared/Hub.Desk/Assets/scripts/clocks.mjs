// Keeps words such as "due in 3 hours" true while a page stays open. The server wrote them first, by its own clock, and
// the page goes by that clock too: how far it is from this machine's is told by the element <html data-now>.
const minute = 60000

export function startClocks () {
  const shown = document.querySelectorAll('[data-due]')
  if (shown.length === 0) {
    return
  }

  const ahead = Date.parse(document.documentElement.dataset.now) - Date.now()
  const tick = () => {
    for (const clock of shown) {
      const left = Date.parse(clock.dataset.due) - (Date.now() + ahead)
      clock.textContent = left > 0 ? `Due in ${span(left)}` : `Overdue by ${span(-left)}`
      clock.classList.toggle('desk-clock--overdue', left <= 0)
      clock.classList.toggle('desk-clock--near', left > 0 && left <= 4 * 60 * minute)
    }
  }

  tick()
  setInterval(tick, minute / 2)
}

// As Hub.Desk's Spans.Words writes it.
export function span (milliseconds) {
  const minutes = Math.floor(milliseconds / minute)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (minutes < 1) return 'less than a minute'
  if (hours < 1) return count(minutes, 'minute')
  if (days < 2) return minutes % 60 === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(minutes % 60, 'minute')}`
  return hours % 24 === 0 ? count(days, 'day') : `${count(days, 'day')} ${count(hours % 24, 'hour')}`
}

const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`
