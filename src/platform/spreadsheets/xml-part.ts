import { SaxesParser } from 'saxes'
import { notXlsx, SpreadsheetRefused } from './refusal.ts'
import type { ZipArchive } from './zip-archive.ts'

/** What an element carries, by names without their prefix. */
export type Attributes = Readonly<Record<string, string>>

export interface XmlListener {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads one XML part of the file from beginning to end. A DOCTYPE is refused, so no entity is ever expanded. */
export function readXml(zip: ZipArchive, part: string, listener: XmlListener): void {
  const parser = listeningParser(listener)
  const decoder = new TextDecoder()
  try {
    zip.unpack(part, (piece, isLast) => void parser.write(decoder.decode(piece, { stream: !isLast })))
    parser.close()
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw error
    throw notXlsx('damaged')
  }
}

function listeningParser({ open, text, close }: XmlListener) {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('doctype', () => {
    throw notXlsx('doctype')
  })
  parser.on('error', (error) => {
    throw error
  })
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), localNames(attributes)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  return parser
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function localNames(attributes: Record<string, string>): Attributes {
  const local: Record<string, string> = {}
  for (const name in attributes) local[localName(name)] = attributes[name] ?? ''
  return local
}
