import { Page } from '../../ui/Page'
export function AuditPage() {
  return <Page title="AuditPage">{null}</Page>
}
