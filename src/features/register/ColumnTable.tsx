/** Which column of the file holds what: the guess, a list to correct it by, and what was read from it. */
import { type FieldId, REGISTER_FIELDS, type RegisterField } from '../../core/register/fields'
import type { Columns, OpenedFile } from '../../store/register-desk'
import type { Found } from '../../store/register-shown'
import { registerImport } from '../../text/register-import'
import { foundWords } from './found-words'

interface ColumnTableProps {
  readonly file: OpenedFile
  /** Fields a person changed: they keep their place in the table. */
  readonly changed: Columns
  readonly onChange: (field: FieldId, column: number | null) => void
}

export function ColumnTable({ file, changed, onChange }: ColumnTableProps) {
  const words = registerImport.mapping
  const isShown = ({ id, required }: RegisterField) =>
    required || file.mapping[id] !== null || changed[id] !== undefined
  const shown = REGISTER_FIELDS.filter(isShown)
  const rest = REGISTER_FIELDS.filter((field) => !isShown(field))
  return (
    <>
      <ColumnRows fields={shown} file={file} caption={words.heading} onChange={onChange} />
      {rest.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{words.more(rest.length)}</span>
          </summary>
          <div className="govuk-details__text">
            <ColumnRows fields={rest} file={file} caption={words.more(rest.length)} onChange={onChange} />
          </div>
        </details>
      )}
    </>
  )
}

interface ColumnRowsProps extends Pick<ColumnTableProps, 'file' | 'onChange'> {
  readonly fields: readonly RegisterField[]
  readonly caption: string
}

function ColumnRows({ fields, file, caption, onChange }: ColumnRowsProps) {
  const words = registerImport.mapping
  const found: Readonly<Partial<Record<FieldId, Found>>> = file.reading.ok ? file.reading.value.found : {}
  return (
    <table className="register-table column-table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.fact}</th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.read}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <ColumnRow key={field.id} field={field} file={file} found={found[field.id]} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

interface ColumnRowProps extends Pick<ColumnTableProps, 'file' | 'onChange'> {
  readonly field: RegisterField
  readonly found: Found | undefined
}

function ColumnRow({ field, file, found, onChange }: ColumnRowProps) {
  const words = registerImport.mapping
  const id = `column-${field.id}`
  const column = file.mapping[field.id]
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>
          {field.label} {field.required && <span className="muted">({words.required})</span>}
        </label>
        <div className="govuk-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      </th>
      <td>
        <select
          id={id}
          className="govuk-select"
          aria-describedby={`${id}-hint`}
          value={column ?? ''}
          onChange={(event) => onChange(field.id, event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">{words.none}</option>
          {file.headings.map((heading, at) => (
            // Two columns may bear the same heading: the place tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            <option key={at} value={at}>
              {heading ?? words.unnamed(at + 1)}
            </option>
          ))}
        </select>
      </td>
      <td className="muted">{column !== null && found ? foundWords(field.id, found) : ''}</td>
    </tr>
  )
}
