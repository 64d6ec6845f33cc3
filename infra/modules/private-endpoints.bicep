// A private address for each service, and its name in the VNet's DNS.
param name string
param location string
param tags object

@description('name, id, group (the sub-resource), zone (a member of zoneIds).')
param targets array
param subnetId string
param zoneIds object

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = [for target in targets: {
  name: '${name}-${target.name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: target.name
        properties: {
          privateLinkServiceId: target.id
          groupIds: [target.group]
        }
      }
    ]
  }
}]

resource dns 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (target, i) in targets: {
  parent: endpoint[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: target.zone, properties: { privateDnsZoneId: zoneIds[target.zone] } }]
  }
}]
