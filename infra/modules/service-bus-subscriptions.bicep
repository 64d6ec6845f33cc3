// The subscriptions of one topic. Expired and unfilterable messages go to the dead letters: nothing is dropped in silence.
param namespaceName string
param topic object
param receiver string
param appPrincipalId string
param assignRoles bool

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName

  resource parentTopic 'topics' existing = {
    name: topic.name
  }
}

resource subscription 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [for item in topic.subscriptions: {
  parent: bus::parentTopic
  name: item.name
  properties: {
    lockDuration: item.lockDuration
    maxDeliveryCount: item.maxDeliveryCount
    defaultMessageTimeToLive: topic.timeToLive
    deadLetteringOnMessageExpiration: true
    deadLetteringOnFilterEvaluationExceptions: true
    enableBatchedOperations: true
    requiresSession: false
  }
}]

// Named $Default: it takes the place of the rule that lets everything through and is made with each subscription.
resource passes 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [for (item, i) in topic.subscriptions: {
  parent: subscription[i]
  name: '$Default'
  properties: {
    filterType: 'SqlFilter'
    sqlFilter: { sqlExpression: item.filter }
  }
}]

// On the subscription itself: a trigger's listener is refused where only the topic is in scope. Its dead letters are in it.
resource appReceives 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in topic.subscriptions: if (assignRoles) {
  scope: subscription[i]
  name: guid(bus.id, topic.name, item.name, appPrincipalId, receiver)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: receiver
  }
}]
