/**
 * Why a backup cannot be read. Thrown inside the streams that read it; what people are told is `faultSentence`.
 */
export type BackupFaultType = 'NotABackup' | 'Newer' | 'WrongPassphrase' | 'Partial' | 'Damaged'

export class BackupFault extends Error {
  readonly type: BackupFaultType

  constructor(type: BackupFaultType) {
    super(type)
    this.name = 'BackupFault'
    this.type = type
  }
}

const SENTENCES: Readonly<Record<BackupFaultType, string>> = {
  NotABackup: 'This file is no backup of a hub.',
  Newer: 'This backup was made by a newer version of Plumbline. Update Plumbline, then restore it.',
  WrongPassphrase:
    'The passphrase is wrong for this backup. The file itself looks sound; try the passphrase it was made with.',
  Partial:
    'This backup is partial: it was cut short, while it was made or while it was copied. Copy it again or take another.',
  Damaged: 'This backup is damaged: it is not as it was written. Copy it again or take another.',
}

/** One sentence for the person who restores. */
export function faultSentence(type: BackupFaultType): string {
  return SENTENCES[type]
}
