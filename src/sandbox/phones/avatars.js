import { html } from './dom.js'

const colors = ['#d9646b', '#e08b4a', '#8f7ae0', '#45a957', '#3aa0ba', '#4a8fd6', '#d6619b']

/** A round picture with initials, in the colour that belongs to this id; whoever shows it says the name beside it. */
export function avatar(name, id, extra = '') {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
  const color = colors[Math.abs(id) % colors.length]
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
