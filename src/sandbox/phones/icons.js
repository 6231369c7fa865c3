import { html } from './dom.js'

/** Lines on a 24 by 24 grid, drawn for this page. */
const lines = {
  attach:
    'M19 11.5 12 18.5a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3 3 0 0 1 4.3 4.3l-7.6 7.5a1.4 1.4 0 0 1-2-2l6.9-6.8',
  bellOff: 'M4 4l16 16M8 5.8A6 6 0 0 1 18 10c0 2.5.5 4.2 1.2 5.4M16 17H5c1.6-1.6 2-3.6 2-7M10 20.5h4',
  block: 'M5.6 5.6l12.8 12.8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M7 10l5 5 5-5',
  clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  close: 'M6 6l12 12M18 6L6 18',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  dots: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  down: 'M12 5v14M6 13l6 6 6-6',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  edit: 'M4 20l1-4.2L16.2 4.6a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L8.2 19z',
  external: 'M13 5h6v6M19 5l-9 9M10 6H5v13h13v-5',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  forward: 'M13 6l7 6-7 6v-4c-5 0-7.5 1.5-9 4 .5-5 3-8 9-8z',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.7 3.5 6 3.5 9s-.5 6.3-3.5 9c-3-2.7-3.5-6-3.5-9s.5-6.3 3.5-9z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.5a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M12 16.5v.01',
  hide: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 4l16 16',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01',
  keyboard: 'M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M17 10v.01M8 14h8',
  left: 'M14.5 6l-6 6 6 6',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  log: 'M5 6h14M5 12h14M5 18h9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  microphone: 'M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  pause: 'M8 5.5v13M16 5.5v13',
  phones: 'M4 4h8v16H4zM15 7h5v13h-5M7.5 17h1',
  pin: 'M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V20',
  place:
    'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 7.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
  play: 'M8 5.5v13l10.5-6.5z',
  plus: 'M12 5v14M5 12h14',
  reply: 'M11 6l-7 6 7 6v-4c5 0 7.5 1.5 9 4-.5-5-3-8-9-8z',
  reset: 'M5 5v5h5M5.5 10A7.5 7.5 0 1 1 4.5 14',
  right: 'M9.5 6l6 6-6 6',
  send: 'M4 12l16-8-5 17-3.5-7z',
  shield: 'M12 3l7 3v5.5c0 4.5-3 7.5-7 9.5-4-2-7-5-7-9.5V6z',
  sliders: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5M15 5v4M9 10v4M13 15v4',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9.5v.01M15 9.5v.01M8.5 14a4 4 0 0 0 7 0',
  system: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  ticks: 'M2.5 13l4 4L15 8M11 16l1 1 9-9',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7',
  video: 'M3.5 6.5h11v11h-11zM14.5 11l6-3.5v9l-6-3.5',
}

/** @typedef {keyof typeof lines} IconName */

/** A picture without words; whoever shows it alone gives it a name. @param {{ name: IconName }} props */
export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${lines[name]} /></svg>
`

/** @param {IconName} name */
export const icon = (name) => html`<${Icon} name=${name} />`
