// A form with one file becomes one for several: chosen or dropped, each is sent by a request of its own, one after the
// other, and its row says how far it is and what became of it. Without scripts the form sends its one file itself.
const most = 50

export function startUploads () {
  const form = document.querySelector('[data-upload]')
  if (form) {
    new Uploads(form).start()
  }

  if (document.getElementById('recent')) {
    waitForRecent()
  }
}

class Uploads {
  constructor (form) {
    this.form = form
    this.input = form.querySelector('[type=file]')
    this.drop = form.querySelector('.desk-upload__drop')
    this.files = form.querySelector('.desk-upload__files')
    this.list = form.querySelector('.desk-upload__list')
    this.said = form.querySelector('[data-upload-said]')
    this.waiting = []
    this.busy = false
  }

  start () {
    this.form.querySelector('.moj-multi-file-upload').classList.add('moj-multi-file-upload--enhanced')
    this.form.querySelector('[type=submit]').classList.add('moj-multi-file-upload__button')
    this.drop.classList.add('desk-upload__drop--on')
    this.form.querySelector('label[for=file]').textContent = 'Drop manifests here, or choose them'
    this.input.multiple = true
    this.input.addEventListener('change', () => {
      this.take([...this.input.files])
      this.input.value = ''
    })
    this.form.addEventListener('submit', event => event.preventDefault())
    this.drop.addEventListener('dragover', event => this.over(event, true))
    this.drop.addEventListener('dragleave', event => this.over(event, false))
    this.drop.addEventListener('drop', event => {
      this.over(event, false)
      this.take([...event.dataTransfer.files])
    })

    // A file dropped beside the zone must not take the page's place.
    for (const missed of ['dragover', 'drop']) {
      window.addEventListener(missed, event => event.preventDefault())
    }
  }

  over (event, is) {
    event.preventDefault()
    this.drop.classList.toggle('desk-upload__drop--over', is)
  }

  take (files) {
    this.files.hidden = false
    for (const file of files) {
      const row = this.row(file)
      if (this.waiting.length >= most) {
        this.fail(row, file, `At most ${most} files wait at once. Choose it again when the others are done.`)
      } else if (file.size > Number(this.form.dataset.largest)) {
        this.fail(row, file, this.form.dataset.tooLarge)
      } else {
        this.waiting.push({ file, row })
      }
    }

    if (!this.busy) {
      this.send()
    }
  }

  async send () {
    this.busy = true
    while (this.waiting.length > 0) {
      const { file, row } = this.waiting.shift()
      try {
        this.done(row, file, JSON.parse(await this.post(file, row)))
      } catch (problem) {
        this.fail(row, file, problem.message)
      }
    }

    this.busy = false
  }

  post (file, row) {
    // The fields as they are now, and the file last: the server reads what stands before it first.
    const body = new FormData()
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string') {
        body.append(name, value)
      }
    }

    body.append('file', file)
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.upload.addEventListener('progress', event => {
        if (event.lengthComputable) {
          row.progress.value = Math.round(event.loaded / event.total * 100)
          row.words.textContent = event.loaded < event.total ? `${row.progress.value}% sent` : 'Being read'
        }
      })
      request.addEventListener('load', () => request.status === 200 ? resolve(request.responseText) : reject(new Error(wordsOf(request.responseText))))
      request.addEventListener('error', () => reject(new Error('The hub does not answer. Choose the file again: it will not be doubled.')))
      request.open('POST', this.form.action)
      request.setRequestHeader('Accept', 'application/json')
      request.send(body)
    })
  }

  row (file) {
    const item = document.createElement('li')
    item.className = 'desk-upload__row'
    const name = document.createElement('b')
    name.textContent = file.name
    const words = document.createElement('span')
    words.textContent = 'Waiting'
    const progress = document.createElement('progress')
    progress.className = 'desk-progress'
    progress.max = 100
    progress.value = 0
    progress.setAttribute('aria-label', `${file.name}: how much is sent`)
    item.append(name, words, progress)
    this.list.prepend(item)
    return { item, words, progress }
  }

  done (row, file, { to, words }) {
    row.progress.remove()
    row.words.textContent = words
    row.words.className = 'moj-multi-file-upload__success'
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = to
    link.textContent = `See what is found in ${file.name}`
    row.item.append(link)
    this.say(`${file.name}: ${words}`)
    refreshRecent()
  }

  fail (row, file, words) {
    row.progress.remove()
    row.words.textContent = words
    row.words.className = 'moj-multi-file-upload__error'
    this.say(`${file.name}: ${words}`)
  }

  say (words) {
    this.said.textContent = words
  }
}

// What a page that was answered says is wrong: its error summary and advice, or its heading and first words.
function wordsOf (html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const texts = selector => [...page.querySelectorAll(selector)].map(found => found.textContent.trim())
  const errors = [...texts('.govuk-error-summary__list li'), ...texts('[data-advice]')]
  const all = errors.length > 0 ? errors : [...texts('main h1'), ...texts('main h1 + p')]
  return all.length > 0 ? all.join(' ') : 'The hub could not take the file. Load this page again and try once more.'
}

let timer

// While any of them is being screened the list is loaded again.
function waitForRecent () {
  clearTimeout(timer)
  if (document.getElementById('recent').dataset.waiting === 'yes') {
    timer = setTimeout(refreshRecent, document.hidden ? 30000 : 3000)
  }
}

async function refreshRecent () {
  const old = document.getElementById('recent')
  if (!old.dataset.recent) {
    return
  }

  try {
    const answer = await fetch(old.dataset.recent, { cache: 'no-store' })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('recent')
    if (fresh && !old.contains(document.activeElement)) {
      old.replaceChildren(...fresh.childNodes)
      old.dataset.waiting = fresh.dataset.waiting
    }

    if (answer.redirected || !fresh) {
      return
    }
  } catch {
    // The list is as it was; it is asked for again.
  }

  waitForRecent()
}
