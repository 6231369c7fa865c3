import { perform } from './api.js'
import { deepLinkIn, readDeepLink } from './links.js'
import { read } from './store.js'

/**
 * @typedef {import('./store.js').ShownMessage} ShownMessage
 * @typedef {import('./controls.js').Controls} Controls
 * @typedef {import('./menus.js').OpenMenu} OpenMenu
 */

/** What can be done with a message. @param {ShownMessage} message @param {Controls} controls @param {OpenMenu['anchor']} anchor @returns {OpenMenu} */
export function messageMenu(message, controls, anchor) {
  const { t } = controls
  const words = message.text ?? message.caption
  const link = deepLinkIn(message, controls.botUsername)
  const isOwnText = message.from === 'person' && message.text !== undefined
  const others = phonesBesides(controls.id)
  /** @type {(import('./menus.js').MenuItem | false)[]} */
  const items = [
    { label: t('reply'), icon: 'reply', run: () => controls.aim({ mode: 'reply', message }) },
    isOwnText && { label: t('edit'), icon: 'edit', run: () => controls.aim({ mode: 'edit', message }) },
    words !== undefined && { label: t('copyText'), icon: 'copy', run: () => controls.copy(words) },
    others.length > 0 && {
      label: t('forward'),
      icon: 'forward',
      run: () => controls.menu(forwardMenu(message, controls, anchor)),
    },
    link !== null && { label: t('copyLink'), icon: 'link', run: () => controls.copy(link) },
    link !== null &&
      others.length > 0 && {
        label: t('openLinkElsewhere'),
        icon: 'phones',
        run: () => controls.menu(linkMenu(link, controls, anchor)),
      },
  ]
  return { label: t('messageMenu'), anchor, items: items.filter((item) => item !== false) }
}

/** @param {ShownMessage} message @param {Controls} controls @param {OpenMenu['anchor']} anchor @returns {OpenMenu} */
const forwardMenu = (message, controls, anchor) =>
  choosePhone(controls.t('forward'), controls, anchor, (id) =>
    perform(id, 'forward', { fromUserId: controls.id, messageId: message.id }),
  )

/** @param {string} link @param {Controls} controls @param {OpenMenu['anchor']} anchor @returns {OpenMenu} */
const linkMenu = (link, controls, anchor) =>
  choosePhone(controls.t('openLinkElsewhere'), controls, anchor, (id) => {
    const payload = readDeepLink(link, controls.botUsername)?.payload ?? ''
    return perform(id, 'start', payload === '' ? {} : { payload })
  })

/** @param {string} label @param {Controls} controls @param {OpenMenu['anchor']} anchor @param {(id: number) => Promise<unknown>} run @returns {OpenMenu} */
function choosePhone(label, controls, anchor, run) {
  const items = phonesBesides(controls.id).map((phone) => ({
    label: phone.label,
    run: () => void run(phone.user.id).catch((/** @type {Error} */ error) => controls.toast(error.message)),
  }))
  return { label, anchor, items }
}

/** @param {number} id */
const phonesBesides = (id) =>
  Object.values(read().phones).filter(({ user, deleted }) => user.id !== id && !deleted)
