import { Page } from '../../ui/Page'
export function NewCyclePage() {
  return <Page title="NewCyclePage">{null}</Page>
}
