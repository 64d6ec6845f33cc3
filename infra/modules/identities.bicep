// Who the hub is (app) and who deploys it (deployer). Neither has a secret.
param name string
param location string
param tags object
param deployerIssuer string
param deployerSubject string
param assignRoles bool

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-app'
  location: location
  tags: tags
}

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-deployer'
  location: location
  tags: tags
}

resource federated 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = if (assignRoles && !empty(deployerSubject)) {
  parent: deployer
  name: 'pipeline'
  properties: {
    issuer: deployerIssuer
    subject: deployerSubject
    audiences: ['api://AzureADTokenExchange']
  }
}

// Deploys everything but rights: it assigns no roles and reads neither keys nor data. (It does decide what runs as the hub.)
resource deploying 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (assignRoles) {
  name: guid(resourceGroup().id, name, 'deployer')
  properties: {
    roleName: '${name} deployer (${uniqueString(resourceGroup().id)})'
    description: 'Deploys the hub. Assigns no roles, reads no keys and no data.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          '*/read'
          'Microsoft.DocumentDB/databaseAccounts/write'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/*'
          'Microsoft.Insights/*'
          'Microsoft.ManagedIdentity/userAssignedIdentities/write'
          'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action'
          'Microsoft.Network/networkSecurityGroups/write'
          'Microsoft.Network/networkSecurityGroups/join/action'
          'Microsoft.Network/privateDnsZones/write'
          'Microsoft.Network/privateDnsZones/join/action'
          'Microsoft.Network/privateDnsZones/virtualNetworkLinks/write'
          'Microsoft.Network/privateEndpoints/write'
          'Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write'
          'Microsoft.Network/virtualNetworks/write'
          'Microsoft.Network/virtualNetworks/join/action'
          'Microsoft.Network/virtualNetworks/subnets/write'
          'Microsoft.Network/virtualNetworks/subnets/join/action'
          'Microsoft.OperationalInsights/workspaces/write'
          'Microsoft.OperationalInsights/workspaces/sharedKeys/action'
          'Microsoft.Resources/deployments/*'
          'Microsoft.ServiceBus/namespaces/*'
          'Microsoft.Storage/storageAccounts/write'
          'Microsoft.Storage/storageAccounts/blobServices/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/write'
          'Microsoft.Storage/storageAccounts/managementPolicies/write'
          'Microsoft.Storage/storageAccounts/PrivateEndpointConnectionsApproval/action'
          'Microsoft.DocumentDB/databaseAccounts/PrivateEndpointConnectionsApproval/action'
          'Microsoft.Web/serverfarms/*'
          'Microsoft.Web/sites/*'
        ]
        notActions: [
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/delete'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/delete'
          'Microsoft.ServiceBus/namespaces/delete'
          'Microsoft.ServiceBus/namespaces/authorizationRules/*'
          'Microsoft.ServiceBus/namespaces/topics/authorizationRules/*'
          'Microsoft.Web/sites/delete'
          'Microsoft.Web/sites/host/listkeys/action'
          'Microsoft.Web/sites/functions/listkeys/action'
          'Microsoft.Web/sites/publishxml/action'
        ]
      }
    ]
  }
}

resource deploys 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (assignRoles) {
  name: guid(resourceGroup().id, deployer.id, 'deployer')
  properties: {
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: deploying.id
  }
}

output appId string = app.id
output appClientId string = app.properties.clientId
output appPrincipalId string = app.properties.principalId
output deployerClientId string = deployer.properties.clientId
