// Cases, register, views and logs. One region writes and reads are strong: the hub's promises rest on it.
param name string
param location string
param tags object

@description('containers.data.json: the same file the code reads.')
param database object
param maxThroughput int
param containerMaxThroughput object
param secondRegion string
param zoneRedundant bool
param publicAccess bool
param appPrincipalId string
param assignRoles bool
param workspaceId string

var oneRegion = [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
var otherRegion = [{ locationName: secondRegion, failoverPriority: 1, isZoneRedundant: false }]

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: empty(secondRegion) ? oneRegion : concat(oneRegion, otherRegion)
    enableMultipleWriteLocations: false
    enableAutomaticFailover: !empty(secondRegion)
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAclBypass: 'None'
  }
}

resource sqlDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: database.database
  properties: {
    resource: { id: database.database }
    options: { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

// Everything is left out of the index but what the declaration names: each index makes each write dearer.
resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [for container in database.containers: {
  parent: sqlDatabase
  name: container.name
  properties: {
    options: contains(containerMaxThroughput, container.name) ? { autoscaleSettings: { maxThroughput: containerMaxThroughput[container.name] } } : {}
    resource: union({
      id: container.name
      partitionKey: { kind: 'Hash', version: 2, paths: [container.partitionKey] }
      indexingPolicy: {
        automatic: true
        indexingMode: 'consistent'
        includedPaths: map(container.included, path => { path: path })
        excludedPaths: [{ path: '/*' }]
        compositeIndexes: container.composite
      }
    }, container.defaultTtl == null ? {} : { defaultTtl: container.defaultTtl })
  }
}]

// Two roles of our own, because the built-in ones allow more: nothing but items, and nothing of containers themselves.
resource readsMetadata 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-04-15' = if (assignRoles) {
  parent: account
  name: guid(account.id, 'metadata')
  properties: {
    roleName: 'hub: account metadata'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [{ dataActions: ['Microsoft.DocumentDB/databaseAccounts/readMetadata'] }]
  }
}

resource worksOnItems 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-04-15' = if (assignRoles) {
  parent: account
  name: guid(account.id, 'items')
  properties: {
    roleName: 'hub: items'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/readChangeFeed'
        ]
      }
    ]
  }
}

// The client asks for the account's regions, which is a question to the account.
resource appReadsMetadata 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = if (assignRoles) {
  parent: account
  name: guid(account.id, appPrincipalId, 'metadata')
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: readsMetadata.id
    scope: account.id
  }
}

resource appWorksOnItems 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = if (assignRoles) {
  parent: account
  name: guid(account.id, appPrincipalId, 'items')
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: worksOnItems.id
    scope: '${account.id}/dbs/${sqlDatabase.name}'
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (assignRoles) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Cases and register of the public protection hub.'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    // Control plane only: the data plane's log would hold the ids of nominals.
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
  }
}

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output regions string = empty(secondRegion) ? location : '${location},${secondRegion}'
