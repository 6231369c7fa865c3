import { useEffect, useRef, useState } from 'preact/hooks'
import { html } from './dom.js'
import { icon } from './icons.js'
import { useWords } from './words.js'

/** The phones side by side, as many whole ones as there is room for; what leads to the others stands at the edges. */
export function Shelf({ children }) {
  const { say } = useWords()
  const row = useRef(null)
  const [more, setMore] = useState({ before: false, after: false })
  const look = () => {
    if (!row.current) return
    const { scrollLeft, scrollWidth, clientWidth } = row.current
    const now = { before: scrollLeft > edge, after: scrollLeft + clientWidth < scrollWidth - edge }
    setMore((last) => (last.before === now.before && last.after === now.after ? last : now))
  }
  useEffect(() => {
    const observer = new ResizeObserver(look)
    observer.observe(row.current)
    return () => observer.disconnect()
  }, [])
  useEffect(look, [children.length])
  const turn = (pages) =>
    row.current.scrollBy({ left: pages * row.current.clientWidth * 0.9, behavior: 'smooth' })
  return html`<div class="shelf">
    <div ref=${row} class="phones" onScroll=${look}>${children}</div>
    ${more.before && html`<${Turn} side="left" label=${say('phones.previous')} onClick=${() => turn(-1)} />`}
    ${more.after && html`<${Turn} side="right" label=${say('phones.next')} onClick=${() => turn(1)} />`}
  </div>`
}

const edge = 8

const Turn = ({ side, label, onClick }) => html`
  <button type="button" class=${`turn is-${side}`} aria-label=${label} title=${label} onClick=${onClick}>
    ${icon(side)}
  </button>
`
