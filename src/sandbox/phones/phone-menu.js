/**
 * What can be done with a phone itself.
 * @param {import('./store.js').PhoneState} phone
 * @param {import('./controls.js').Controls} controls
 * @param {import('./menus.js').OpenMenu['anchor']} anchor
 * @returns {import('./menus.js').OpenMenu}
 */
export function phoneMenu(phone, controls, anchor) {
  const { t } = controls
  const { label, blocked, deleted, started } = phone
  const language = phoneLanguages(controls).find(({ code }) => code === (phone.user.language_code ?? null))
  /** @type {(import('./menus.js').MenuItem | false)[]} */
  const items = [
    {
      label: t('phoneLanguage'),
      hint: language?.name ?? phone.user.language_code ?? '',
      icon: 'globe',
      run: () => controls.menu(languageMenu(phone, controls, anchor)),
    },
    { label: t('openDeepLink'), icon: 'link', run: () => controls.show('deepLink') },
    { label: t('rename'), icon: 'edit', run: () => controls.show('rename') },
    started && !blocked && { label: t('block'), icon: 'block', isGrave: true, run: () => void controls.act('block') },
    blocked && { label: t('unblock'), icon: 'block', run: () => void controls.act('unblock') },
    { label: t('deleteAccount'), icon: 'trash', isGrave: true, run: () => controls.show('deleteAccount') },
  ]
  return { label: t('phoneMenu', { label }), anchor, items: deleted ? items.slice(0, 0) : items.filter((item) => item !== false) }
}

/** @param {import('./store.js').PhoneState} phone @param {import('./controls.js').Controls} controls @param {import('./menus.js').OpenMenu['anchor']} anchor @returns {import('./menus.js').OpenMenu} */
function languageMenu(phone, controls, anchor) {
  const items = phoneLanguages(controls).map(({ code, name }) => ({
    label: name,
    isChecked: code === (phone.user.language_code ?? null),
    run: () => void controls.act('setLanguage', { languageCode: code }),
  }))
  return { label: controls.t('phoneLanguage'), anchor, items }
}

/** German stands for all the languages that the bot does not speak. @param {Pick<import('./controls.js').Controls, 't'>} controls */
export const phoneLanguages = ({ t }) => [
  { code: 'tr', name: 'Türkçe' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'de', name: 'Deutsch' },
  { code: null, name: t('noLanguage') },
]
