const samplesPerSecond = 8000
const seconds = 2

/** A short hum as a sound file, so that a voice message can be sent without a microphone. */
export function sampleVoice() {
  const samples = samplesPerSecond * seconds
  const file = new DataView(new ArrayBuffer(44 + samples))
  const write = (/** @type {number} */ at, /** @type {string} */ word) =>
    [...word].forEach((letter, index) => file.setUint8(at + index, letter.charCodeAt(0)))
  write(0, 'RIFF')
  file.setUint32(4, 36 + samples, true)
  write(8, 'WAVEfmt ')
  file.setUint32(16, 16, true)
  file.setUint16(20, 1, true) // PCM
  file.setUint16(22, 1, true) // one channel
  file.setUint32(24, samplesPerSecond, true)
  file.setUint32(28, samplesPerSecond, true)
  file.setUint16(32, 1, true)
  file.setUint16(34, 8, true) // bits a sample
  write(36, 'data')
  file.setUint32(40, samples, true)
  for (let index = 0; index < samples; index++) file.setUint8(44 + index, 128 + hum(index / samplesPerSecond))
  return new File([file.buffer], 'voice.wav', { type: 'audio/wav' })
}

/** @param {number} second */
function hum(second) {
  const loudness = Math.sin((Math.PI * second) / seconds) * (0.6 + 0.4 * Math.sin(second * 18))
  return Math.round(40 * loudness * Math.sin(2 * Math.PI * (170 + 25 * Math.sin(second * 5)) * second))
}
