// Tells the hub of each manifest dropped into the container. Deployed by a person, once the first package runs (before
// that the host has no key for the way in) and again after that key was renewed. Without it the hub's own sweep finds
// dropped manifests within ten minutes.
targetScope = 'resourceGroup'

@description('The Function App: output appName of main.bicep.')
param appName string

@description('The storage account: output dataAccount of main.bicep.')
param dataAccount string
param location string = resourceGroup().location

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccount
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${appName}-manifests'
  location: location
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// The key is read while this is deployed, by whoever deploys it, and is written nowhere but into the subscription.
resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'manifest-drop'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.manifest_drop&code=${listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/manifests/'
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}
