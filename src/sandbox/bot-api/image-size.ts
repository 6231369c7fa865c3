/** Width and height of a PNG, GIF or JPEG in pixels; nothing when the bytes are none of these. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.byteLength < 24) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (view.getUint32(0) === 0x47494638)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined
}

/** Walks the segments of a JPEG up to the frame header, which has the size. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let position = 2
  while (position + 9 < view.byteLength && view.getUint8(position) === 0xff) {
    const marker = view.getUint8(position + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(position + 7), height: view.getUint16(position + 5) }
    position += 2 + view.getUint16(position + 2)
  }
  return undefined
}
