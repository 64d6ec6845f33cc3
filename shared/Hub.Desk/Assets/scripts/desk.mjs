// What the pages do beyond what they do without any script. Each part does nothing on a page that has not its elements.
import { Button, CharacterCount, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink, Radios, Checkboxes, Tabs, createAll } from 'govuk-frontend'
import { startClocks } from './clocks.mjs'
import { startInbox } from './inbox.mjs'
import { startReviewHold } from './review-hold.mjs'
import { startReviewKeys } from './review-keys.mjs'
import { startLandings } from './landings.mjs'
import { startLive } from './live.mjs'
import { startUploads } from './uploads.mjs'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const part of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, Tabs]) {
  createAll(part)
}

startClocks()
startInbox()
startReviewHold()
startReviewKeys()
startLandings()
startLive()
startUploads()
