// Keys on the page of a possible match. They choose and move, and never send a decision. Off where somebody said so in
// this browser, and while anything is being written.
const setting = 'desk-review-keys'

export function startReviewKeys () {
  const help = document.querySelector('[data-review-help]')
  const form = document.querySelector('[data-review-form]')
  if (!help || !form) {
    return
  }

  const on = help.querySelector('[data-review-keys-on]')
  help.hidden = false
  on.checked = kept() !== 'off'
  on.addEventListener('change', () => keep(on.checked ? 'on' : 'off'))
  document.addEventListener('keydown', event => {
    if (on.checked && !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented && !isWriting(event.target) && press(event.key, form, help)) {
      event.preventDefault()
    }
  })
}

function press (key, form, help) {
  if (key >= '1' && key <= '5') {
    return show(Number(key))
  }

  switch (key) {
    case 'c': return choose(form.querySelectorAll('[name=decision][value^="confirm:"]')[shown() - 1])
    case 'r': return choose(form.querySelector('[name=decision][value=reject]'))
    case 'm': return choose(form.querySelector('[name=decision][value=more]'))
    case 'n': return next(form)
    case '?':
      help.open = !help.open
      help.querySelector('summary').focus()
      return true
    default: return false
  }
}

function show (place) {
  const tab = document.querySelector(`.govuk-tabs__tab[href="#candidate-${place}"]`)
  const panel = document.getElementById(`candidate-${place}`)
  if (!panel) {
    return false
  }

  if (tab) {
    tab.click()
    tab.focus()
  }

  panel.scrollIntoView()
  return true
}

// Without tabs there is one candidate, or all are shown: then it is the first.
function shown () {
  const selected = document.querySelector('.govuk-tabs__list-item--selected .govuk-tabs__tab')
  return selected ? Number(selected.getAttribute('href').split('-').pop()) : 1
}

function choose (option) {
  if (!option) {
    return false
  }

  option.checked = true
  option.dispatchEvent(new Event('change', { bubbles: true }))
  option.focus()
  return true
}

function next (form) {
  const button = form.querySelector('[data-review-next]')
  if (!button) {
    return false
  }

  button.focus()
  if (form.elements.rationale.value.trim() === '') {
    button.click()
  }

  return true
}

function isWriting (target) {
  return target.isContentEditable || target.matches('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button]):not([type=submit])')
}

// Where the browser keeps nothing, the keys are on.
function kept () {
  try {
    return localStorage.getItem(setting)
  } catch {
    return null
  }
}

function keep (value) {
  try {
    localStorage.setItem(setting, value)
  } catch {
    // For this page it holds all the same.
  }
}
