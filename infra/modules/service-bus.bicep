// Topics, subscriptions and their filters, as the code declares them (generated/service-bus.json).
param name string
param location string
param tags object
param topics array
param sku string
param units int
param publicAccess bool
param appPrincipalId string
param assignRoles bool
param workspaceId string

var sender = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39')
var receiver = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0')

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: sku == 'Premium' ? { name: 'Premium', tier: 'Premium', capacity: units } : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
  }
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = [for item in topics: {
  parent: bus
  name: item.name
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: item.duplicateWindow
    defaultMessageTimeToLive: item.timeToLive
    enableBatchedOperations: true
    enablePartitioning: false
    supportOrdering: false
    maxSizeInMegabytes: 5120
  }
}]

module subscriptions 'service-bus-subscriptions.bicep' = [for (item, i) in topics: {
  name: 'subscriptions-${item.name}'
  params: {
    namespaceName: bus.name
    topic: item
    receiver: receiver
    appPrincipalId: appPrincipalId
    assignRoles: assignRoles
  }
  dependsOn: [topic[i]]
}]

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in topics: if (assignRoles) {
  scope: topic[i]
  name: guid(bus.id, item.name, appPrincipalId, sender)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: sender
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: bus
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'OperationalLogs', enabled: true }]
  }
}

output id string = bus.id
output fullyQualifiedNamespace string = '${bus.name}.servicebus.windows.net'
