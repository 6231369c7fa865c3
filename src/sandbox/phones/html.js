import { h } from 'preact'
import htm from 'htm'

/** Markup in template strings; what is put in as a string is always shown as text. */
export const html = htm.bind(h)

/** Class names, without those that do not apply. */
export const classes = (...names) => names.filter(Boolean).join(' ')
