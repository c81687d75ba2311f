import { Page } from '../../ui/Page'
export function TrendsPage() {
  return <Page title="TrendsPage">{null}</Page>
}
