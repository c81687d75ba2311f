import { Page } from '../../ui/Page'
export function SubjectPage() {
  return <Page title="SubjectPage">{null}</Page>
}
