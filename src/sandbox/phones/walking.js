import { useLayoutEffect } from 'preact/hooks'

const controls = 'button, a[href], video'

/**
 * A chat is one stop for Tab, however long it is: the arrows walk from message to message, Tab and Enter go to what is
 * in the message one stands on, Esc goes to where one writes.
 */
export function useWalking(list) {
  useLayoutEffect(() => {
    const chat = list.current
    let current = null
    const messages = () => [...chat.querySelectorAll('.message')]
    function settle() {
      const all = messages()
      if (!all.includes(current) || !chat.contains(document.activeElement)) current = all.at(-1) ?? null
      for (const message of all) setReach(message, message === current)
      goAlong(all.at(-1))
    }
    function goAlong(newest) {
      const { activeElement } = document
      if (!newest || activeElement === newest || !activeElement?.matches('.message[data-follows]')) return
      if (!chat.contains(activeElement)) return
      newest.dataset['follows'] = ''
      newest.focus({ preventScroll: true })
    }
    function onFocusIn({ target }) {
      const message = target.closest('.message')
      if (!message || message === current) return
      current = message
      for (const each of messages()) setReach(each, each === current)
    }
    const onFocusOut = ({ target }) => delete target.dataset?.['follows']
    function onKeyDown(event) {
      const next = nextMessage(event, messages(), current)
      if (!next) return
      event.preventDefault()
      if (next.matches('.message')) next.scrollIntoView({ block: 'nearest' })
      next.focus({ preventScroll: true })
    }
    settle()
    const observer = new MutationObserver(settle)
    observer.observe(chat, { childList: true, subtree: true })
    chat.addEventListener('focusin', onFocusIn)
    chat.addEventListener('focusout', onFocusOut)
    chat.addEventListener('keydown', onKeyDown)
    return () => observer.disconnect()
  }, [])
}

/** Where a key leads from the current message; nothing when it is not for walking. */
function nextMessage({ key, target }, messages, current) {
  if (target.closest('.popover, dialog, video') || !current) return undefined
  const at = messages.indexOf(current)
  if (key === 'ArrowUp') return messages[Math.max(0, at - 1)]
  if (key === 'ArrowDown') return messages[Math.min(messages.length - 1, at + 1)]
  if (key === 'Home') return messages[0]
  if (key === 'End') return messages.at(-1)
  if (key === 'Escape')
    return current.closest('.screen').querySelector('[data-role=composer], .bottom-button')
  if (key === 'Enter' && target === current)
    return current.querySelector('.inline-button') ?? current.querySelector(controls)
  return undefined
}

function setReach(message, isCurrent) {
  const reach = isCurrent ? 0 : -1
  // Without the attribute an article says -1 and cannot be stood on.
  if (message.getAttribute('tabindex') !== String(reach)) message.tabIndex = reach
  for (const control of message.querySelectorAll(controls)) {
    if (control.closest('.popover, dialog')) continue
    if (control.tabIndex !== reach) control.tabIndex = reach
  }
}

/** Puts the focus on the newest message of the chat that an element is near to. */
export function goToNewest(element) {
  const newest = [...element.closest('.screen').querySelectorAll('.chat .message')].at(-1)
  newest?.focus({ preventScroll: true })
  newest?.scrollIntoView({ block: 'nearest' })
}
