import type { Form, FormNode, Media } from './form.ts'

export type FormFileKind = 'image' | 'audio' | 'video'

/** A file that a form shows: its name as it is compared, and as whom the form shows it. */
export interface NamedFile {
  name: string
  kind: FormFileKind
}

const endings: Readonly<Record<FormFileKind, RegExp>> = {
  image: /\.(png|jpe?g|webp|gif)$/,
  audio: /\.(mp3|m4a|ogg|oga|opus|wav)$/,
  video: /\.(mp4|m4v|mov)$/,
}

/** A name as it is compared: `jr://images/Map.PNG` is `map.png`. */
export const fileNameIn = (text: string): string =>
  (text.split(/[/\\]/).at(-1) ?? '').trim().normalize('NFC').toLowerCase()

/** What a file would be by its name; `undefined`: nothing that a form can show. */
export function kindByName(text: string): FormFileKind | undefined {
  const name = fileNameIn(text)
  return (Object.keys(endings) as FormFileKind[]).find((kind) => endings[kind].test(name))
}

const known = new WeakMap<Form, readonly NamedFile[]>()

/** Every file that a form names, each once. */
export function filesOf(form: Form): readonly NamedFile[] {
  const before = known.get(form)
  if (before) return before
  const media = [...everyNode(form.root.children), ...Object.values(form.lists).flat()].flatMap((one) =>
    'media' in one && one.media ? [one.media] : [],
  )
  const files = [...new Map(media.flatMap(namesIn).map((file) => [file.name, file])).values()]
  known.set(form, files)
  return files
}

const everyNode = (nodes: readonly FormNode[]): FormNode[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...everyNode(node.children)] : [node]))

const namesIn = (media: Media): NamedFile[] =>
  kindsIn(media).flatMap(([kind, files]) =>
    Object.values(files).map((name) => ({ kind, name: fileNameIn(name) })),
  )

const kindsIn = (media: Media) =>
  (['image', 'audio', 'video'] as const).flatMap((kind) => {
    const files = media[kind]
    return files ? [[kind, files] as const] : []
  })

/** The files to show somebody, one of each kind, in their language or else in the best there is. */
export function filesIn(
  media: Media | undefined,
  { language, defaultLanguage }: { language: string; defaultLanguage: string },
): NamedFile[] {
  return kindsIn(media ?? {}).flatMap(([kind, files]) => {
    const name = files[language] ?? files[defaultLanguage] ?? files[''] ?? Object.values(files)[0]
    return name === undefined || name === '' || name === '-' ? [] : [{ kind, name: fileNameIn(name) }]
  })
}
