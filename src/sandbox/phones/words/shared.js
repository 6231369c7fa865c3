// Each line: English, Turkish, Spanish, French.

/** What both say. */
export const shared = {
  close: ['Close', 'Kapat', 'Cerrar', 'Fermer'],
  cancel: ['Cancel', 'Vazgeç', 'Cancelar', 'Annuler'],
  save: ['Save', 'Kaydet', 'Guardar', 'Enregistrer'],
  ok: ['OK', 'Tamam', 'Aceptar', 'OK'],
  send: ['Send', 'Gönder', 'Enviar', 'Envoyer'],
  open: ['Open', 'Aç', 'Abrir', 'Ouvrir'],
  copy: ['Copy', 'Kopyala', 'Copiar', 'Copier'],
  copied: ['Copied', 'Kopyalandı', 'Copiado', 'Copié'],
}
