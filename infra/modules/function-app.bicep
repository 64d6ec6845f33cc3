// The Function App on Flex Consumption, and every setting the hub reads.
param name string
param location string
param tags object
param appIdentityId string
param appClientId string

@description('Subnet it goes out through. Empty: none.')
param subnetId string
param allowedAddresses array
param alwaysReady object
param maximumInstanceCount int
param instanceMemoryMB int
param siteUpdateStrategy string
param packagesUri string
param hostStorageName string
param dataBlobUri string
param dataQueueUri string
param cosmosEndpoint string
param cosmosConnectionMode string
param cosmosRegions string
param serviceBusNamespace string
param insightsConnectionString string
param identityIssuer string
param identityAudience string
param identityMetadataAddress string
param identityClientId string
param deskAddress string
param registerIndex string
param workspaceId string

// The connections of triggers are reached by the app's identity. A prefix is a connection's name in the code.
var connections = {
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: appClientId
  Cosmos__accountEndpoint: cosmosEndpoint
  Cosmos__credential: 'managedidentity'
  Cosmos__clientId: appClientId
  ServiceBus__fullyQualifiedNamespace: serviceBusNamespace
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: appClientId
  // The blob trigger wants both: what failed too often is set aside in a queue of the same account.
  Storage__blobServiceUri: dataBlobUri
  Storage__queueServiceUri: dataQueueUri
  Storage__credential: 'managedidentity'
  Storage__clientId: appClientId
}

var hub = {
  Cosmos__connectionMode: cosmosConnectionMode
  Cosmos__regions: cosmosRegions
  Identity__Issuer: identityIssuer
  Identity__Audience: identityAudience
  Identity__MetadataAddress: identityMetadataAddress
  Identity__ClientId: empty(identityClientId) ? identityAudience : identityClientId
  Desk__Address: empty(deskAddress) ? 'https://${name}.azurewebsites.net' : deskAddress
  Register__Index: registerIndex
}

var platform = {
  AZURE_CLIENT_ID: appClientId
  AzureWebJobsDisableHomepage: 'true'
  // How the trigger itself reads Cosmos DB, as the hub does.
  AzureFunctionsJobHost__extensions__cosmosDB__connectionMode: cosmosConnectionMode
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${appClientId};Authorization=AAD'
}

var allowed = [for (block, i) in allowedAddresses: {
  name: 'caller-${i}'
  priority: 100 + i
  action: 'Allow'
  ipAddress: block
}]
var eventGrid = [
  {
    name: 'event-grid'
    priority: 90
    action: 'Allow'
    tag: 'ServiceTag'
    ipAddress: 'AzureEventGrid'
  }
]

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${appIdentityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: appIdentityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: union({
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: appIdentityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: map(items(alwaysReady), group => { name: group.key, instanceCount: group.value })
      }
    }, empty(siteUpdateStrategy) ? {} : { siteUpdateStrategy: { type: siteUpdateStrategy } })
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ipSecurityRestrictions: empty(allowedAddresses) ? [] : concat(eventGrid, allowed)
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(connections, hub, platform)
  }

  // Packages are published with an Entra token; these two would let a password in.
  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    // The host's own log: why functions did not start. Requests and traces come through Application Insights.
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
