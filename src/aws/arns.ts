/**
 * What the ARNs of Elastic Load Balancing tell without a call.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html#awselasticloadbalancingv2-resources-for-iam-policies
 */

/** `…:listener-rule/app/shop/LB/LISTENER/RULE` → `…:listener/app/shop/LB/LISTENER` */
export function listenerOfRule(ruleArn: string): string {
  return ruleArn.replace(':listener-rule/', ':listener/').split('/').slice(0, 5).join('/');
}

/** `…:listener/app/shop/LB/LISTENER` → `…:loadbalancer/app/shop/LB` */
export function loadBalancerOfListener(listenerArn: string): string {
  return listenerArn.replace(':listener/', ':loadbalancer/').split('/').slice(0, 4).join('/');
}

/**
 * The value of CloudWatch's LoadBalancer or TargetGroup dimension: `app/shop/LB`, `targetgroup/shop-blue/ID`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html#load-balancer-metric-dimensions-alb
 */
export function metricDimension(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1).replace(/^loadbalancer\//, '');
}
