import { html } from './dom.js'
import { sampleVoice } from './sample-voice.js'

/**
 * @typedef {import('./controls.js').Controls} Controls
 * @typedef {'document' | 'photo' | 'video'} PickedKind
 */

/** What can be sent besides text. @param {Controls} controls @param {HTMLElement | null} files @param {Element} anchor @returns {import('./menus.js').OpenMenu} */
export function attachMenu(controls, files, anchor) {
  const { t } = controls
  const pick = (/** @type {PickedKind} */ kind) => {
    const input = files?.querySelector(`[data-role="file-${kind}"]`)
    if (input instanceof HTMLInputElement) input.click()
  }
  return {
    label: t('attach'),
    anchor,
    items: [
      { label: t('document'), icon: 'file', run: () => pick('document') },
      { label: t('photo'), icon: 'image', run: () => pick('photo') },
      { label: t('video'), icon: 'video', run: () => pick('video') },
      { label: t('voice'), icon: 'microphone', run: () => void controls.sendFile('voice', sampleVoice()) },
      { label: t('location'), icon: 'place', run: () => controls.show('location') },
      { label: t('ownContact'), icon: 'contact', run: () => controls.show('ownContact') },
      { label: t('otherContact'), icon: 'contact', run: () => controls.show('otherContact') },
      { label: t('sticker'), icon: 'smile', run: () => controls.show('sticker') },
    ],
  }
}

/** The fields behind the menu: out of sight, but there for the browser and for tests. @param {{ holder: { current: HTMLDivElement | null }, controls: Controls }} props */
export const FileInputs = ({ holder, controls }) => html`
  <div ref=${holder} hidden>
    ${/** @type {const} */ ([['document', ''], ['photo', 'image/*'], ['video', 'video/*']]).map(
      ([kind, accept]) => html`<input
        type="file"
        accept=${accept}
        data-role=${`file-${kind}`}
        onChange=${(/** @type {any} */ { target }) => {
          const [file] = target.files
          if (file) controls.show('file', { kind, file })
          target.value = ''
        }}
      />`,
    )}
  </div>
`
