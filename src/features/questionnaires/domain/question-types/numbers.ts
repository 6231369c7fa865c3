/** A number as it is kept: `18`, `-0.5`; no more digits than are kept exactly. */
export function plainNumber(value: string): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value) || value.replace(/\D/g, '').replace(/^0+/, '').length > 15)
    return undefined
  return Number(value)
}
