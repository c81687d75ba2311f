import { Page } from '../../ui/Page'
export function CyclePage() {
  return <Page title="CyclePage">{null}</Page>
}
