import { html } from './html.js'

const paths = {
  more: 'M12 6.2v.01M12 12v.01M12 17.8v.01',
  reply: 'M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7',
  forward: 'm15 7 5 5-5 5M20 12h-9a7 7 0 0 0-7 7',
  edit: 'M4 20h4L19 9a2.1 2.1 0 0 0-4-4L4 16v4M13.5 6.5l4 4',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  clip: 'm20 11-8.4 8.4a5 5 0 0 1-7-7l8.7-8.8a3.3 3.3 0 0 1 4.7 4.7l-8.7 8.8a1.7 1.7 0 0 1-2.4-2.4L14.6 7',
  keyboard: 'M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M8 14h8',
  menu: 'M4 7h16M4 12h16M4 17h10',
  down: 'm6 9 6 6 6-6',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9v.01',
  film: 'M4 5h16v14H4zM10 9.5v5l4.5-2.5z',
  mic: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4M6 11a6 6 0 0 0 12 0M12 17v4',
  place: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11M12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20a7.5 7.5 0 0 1 15 0',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.01M15 9.5v.01',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c3.2 3 3.2 15 0 18M12 3c-3.2 3-3.2 15 0 18',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  arrow: 'M8 16 16 8M9.5 8H16v6.5',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M5.7 5.7l12.6 12.6',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  hide: 'M3 3l18 18M10 6.3A9 9 0 0 1 21 12a13 13 0 0 1-2.5 3.3M6.5 7.5A12 12 0 0 0 3 12a9.5 9.5 0 0 0 13 5',
  quiet: 'M6 16h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v3.5zM10.5 19h3M4 4l16 16',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5l3.5 2',
  list: 'M8 7h12M8 12h12M8 17h12M4 7v.01M4 12v.01M4 17v.01',
  phone: 'M7 3h10v18H7zM11 18h2',
  add: 'M12 5v14M5 12h14',
  reset: 'M5 5v5h5M5.5 10A7.5 7.5 0 1 1 4.5 14',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 3v18M12 7h5M12 12h8.5M12 17h5',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
}

/** A drawing that says nothing to a screen reader; the button around it has the name. */
export const icon = (name) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>
`

const avatarColors = ['#e17076', '#faa774', '#a695e7', '#5dc06a', '#5fb8cf', '#5a9fe0', '#ee7aae']

/** A round picture with initials, in the colour that belongs to this id. */
export function avatar(name, id, extra = '') {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('')
  const color = avatarColors[Math.abs(id) % avatarColors.length]
  return html`<span class=${`avatar ${extra}`} style=${{ '--avatar': color }} aria-hidden="true">
    ${initials.toLocaleUpperCase()}
  </span>`
}

/** The bot's own picture. */
export const botAvatar = () => html`
  <span class="avatar avatar-bot" aria-hidden="true">
    <svg viewBox="0 0 32 32"><path d="M10 8v16M22 8v16M10 16h12" /></svg>
  </span>
`
