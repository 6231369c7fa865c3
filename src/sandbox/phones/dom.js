import { h } from 'preact'
import htm from 'htm'

/** Markup in plain JavaScript. What stands in `${}` becomes text nodes and attributes, never markup. */
export const html = htm.bind(h)

/** @param {...(string | false | null | undefined)} names */
export const classes = (...names) => names.filter(Boolean).join(' ')
