import type { NewFirm } from '../../features/people/index.ts'

const firm = (name: string, country: string, city: string, cluster: NewFirm['cluster']): NewFirm => ({
  name,
  country,
  city,
  cluster,
  taxNumber: null,
})

/** Invented firms of the two clusters and of the partners' regions. */
export const exampleFirms: readonly NewFirm[] = [
  firm('Çelik Dış Ticaret A.Ş.', 'TR', 'Eskişehir', 'rail'),
  firm('Porsuk Raylı Sistemler San. ve Tic. A.Ş.', 'TR', 'Eskişehir', 'rail'),
  firm('Anadolu Boji ve Döküm Ltd. Şti.', 'TR', 'Eskişehir', 'rail'),
  firm('Frigya Havacılık Parçaları A.Ş.', 'TR', 'Eskişehir', 'aviation'),
  firm('Yunus Kompozit Teknolojileri Ltd. Şti.', 'TR', 'Eskişehir', 'both'),
  firm('Kızılırmak Vagon Bakım A.Ş.', 'TR', 'Sivas', 'rail'),
  firm('Sivas Makas ve Hat Malzemeleri Ltd. Şti.', 'TR', 'Sivas', 'rail'),
  firm('Ferrocomponents del Vallès S.L.', 'ES', 'Barcelona', 'rail'),
  firm('Talleres Montseny S.A.', 'ES', 'Santa Perpètua de Mogoda', 'rail'),
  firm('Signalisation du Rhône SAS', 'FR', 'Lyon', 'rail'),
  firm('Ateliers Gerland SARL', 'FR', 'Lyon', 'both'),
]
