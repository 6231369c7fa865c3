/** Sizes in pixels of a picture that a phone shows at about a third; every pair of colours has a contrast of 4.5 or more. */
export const looks = {
  width: 1080,
  margin: 56,
  colours: {
    paper: '#ffffff',
    ink: '#16202c',
    quiet: '#4a5564',
    bar: '#1b5e9b',
    track: '#e4eaf1',
    box: '#a9c8e8',
    mark: '#0b2440',
    line: '#5c6b7d',
  },
  title: { size: 36, line: 48 },
  heading: { size: 54, line: 68 },
  note: { size: 36, line: 48 },
  label: { size: 40, line: 52 },
  small: { size: 32, line: 44 },
  bar: 40,
  spread: 64,
  /** Between a label and its bar. */
  beneathLabel: 8,
  /** Between two rows, and between two blocks. */
  gap: 28,
  block: 44,
} as const

export const innerWidth = looks.width - 2 * looks.margin
