// What runs in the cloud.
@description('where')
param location string = resourceGroup().location
var image = '${registry}/nightly:1'

resource site 'Microsoft.Web/sites@2022-09-01' = {
  name: 'shop-functions'
  kind: 'functionapp'
  properties: { siteConfig: { alwaysOn: true } }
}

resource nightly 'Microsoft.App/jobs@2023-05-01' = {
  name: 'nightly'
  location: location
  properties: {
    configuration: {
      triggerType: 'Schedule'
      replicaTimeout: 1800
      scheduleTriggerConfig: {
        cronExpression: '0 3 * * *' // every night
      }
    }
    template: {
      containers: [
        {
          image: image
          command: [
            '/app/nightly'
            '--all'
          ]
        }
      ]
    }
  }
}

resource parcels 'Microsoft.App/jobs@2023-05-01' = if (hasQueue) {
  name: 'parcels'
  properties: {
    configuration: {
      triggerType: 'Event'
      eventTriggerConfig: { scale: { rules: [ { name: 'q', type: 'azure-queue' } ] } }
    }
    template: { containers: [ { image: 'shop/parcels:2' } ] }
  }
}

resource old 'Microsoft.App/jobs@2023-05-01' existing = {
  name: 'old'
}

resource uploads 'Microsoft.EventGrid/eventSubscriptions@2022-06-15' = {
  name: 'uploads'
  properties: {
    destination: {
      endpointType: 'AzureFunction'
      properties: { resourceId: '${site.id}/functions/Resize' }
    }
    filter: {
      includedEventTypes: [ 'Microsoft.Storage.BlobCreated' ]
    }
  }
}

resource apps 'Microsoft.App/containerApps@2023-05-01' = [for name in names: {
  name: name
  properties: { template: { containers: [ { image: 'shop/web:1' } ] } }
}]

output host string = site.properties.defaultHostName
