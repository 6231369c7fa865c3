import { useEffect, useRef, useState } from 'preact/hooks'
import { avatar } from './avatars.js'
import { html } from './dom.js'
import { fullNameOf } from './people.js'
import { useWords } from './words.js'

const narrow = matchMedia('(max-width: 719px)')

/** Whether there is room for one phone only. */
export function useIsNarrow() {
  const [isNarrow, set] = useState(narrow.matches)
  useEffect(() => {
    const look = () => set(narrow.matches)
    narrow.addEventListener('change', look)
    return () => narrow.removeEventListener('change', look)
  }, [])
  return isNarrow
}

const steps = { ArrowRight: 1, ArrowLeft: -1 }

const unreadAtMost = 99

/** Where there is room for one phone only: a tab for each, with a mark when there is something new on it. */
export function Tabs({ phones, current, onChoose }) {
  const { say } = useWords()
  const seen = useRef(new Map())
  const newestOf = (phone) => phone.messages.at(-1)?.id ?? 0
  for (const phone of phones)
    if (phone.user.id === current || !seen.current.has(phone.user.id))
      seen.current.set(phone.user.id, newestOf(phone))
  const onKeyDown = (event) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const index = phones.findIndex(({ user }) => user.id === current)
    const next = phones[(index + step + phones.length) % phones.length].user.id
    onChoose(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${say('tabs')} onKeyDown=${onKeyDown}>
    ${phones.map((phone) => {
      const { id } = phone.user
      const isCurrent = id === current
      const unread = phone.messages.filter(
        (message) => message.from === 'bot' && message.id > seen.current.get(id),
      )
      const count = Math.min(unread.length, unreadAtMost)
      return html`<button
        key=${id}
        id=${`tab-${id}`}
        type="button"
        role="tab"
        class="tab"
        aria-selected=${isCurrent}
        aria-controls=${`phone-${id}`}
        tabindex=${isCurrent ? 0 : -1}
        onClick=${() => onChoose(id)}
      >
        ${avatar(fullNameOf(phone), id, 'is-small')}<span class="tab-name"
          >${phone.user.first_name || phone.label}</span
        >
        ${count > 0 && html`<span class="unseen">, ${say('tabs.news')}: </span><span class="unread">${count}</span>`}
      </button>`
    })}
  </div>`
}
