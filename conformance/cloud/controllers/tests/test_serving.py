import unittest
from typing import Any

from controllers.serving import Service, service_of


def deployment(*args: str, image: str = 'public.ecr.aws/aws-controllers-k8s/ec2-controller:1.20.0', **env: str) -> dict[str, Any]:
    container = {'args': list(args), 'image': image, 'env': [{'name': name, 'value': value} for name, value in env.items()]}
    return {'spec': {'template': {'spec': {'containers': [container]}}}}


class ServingTest(unittest.TestCase):
    def test_without_arguments_an_object_is_looked_at_every_ten_hours(self) -> None:
        service = service_of('ec2', deployment())
        self.assertEqual((service.version, service.period('VPC')), ('v1.20.0', 36000))

    def test_periods_stand_in_the_arguments_or_in_variables_that_they_name(self) -> None:
        service = service_of('eks', deployment('--reconcile-default-resync-seconds', '$(PERIOD)', '--reconcile-resource-resync-seconds', '$(OF_CLUSTER)',
                                               '--reconcile-resource-resync-seconds=Addon=60', '--enable-carm=true', PERIOD='1800', OF_CLUSTER='cluster=300'))
        self.assertEqual([service.period(kind) for kind in ('Nodegroup', 'Cluster', 'Addon')], [1800, 300, 60])
        self.assertEqual(service_of('eks', deployment('--reconcile-default-resync-seconds=0')).period('Cluster'), 36000)

    def test_tags_tell_the_controller_the_namespace_and_who_manages_the_object(self) -> None:
        metadata = {'namespace': 'spoke-a', 'name': 'a', 'labels': {'app.kubernetes.io/managed-by': 'kro', 'kro.run/kro-version': 'v0.9.4'}}
        self.assertEqual(Service('ec2', 'v1.20.0').tags(metadata), {
            'services.k8s.aws/controller-version': 'ec2-v1.20.0', 'services.k8s.aws/namespace': 'spoke-a', 'app.kubernetes.io/managed-by': 'kro',
            'kro.run/kro-version': 'v0.9.4'})

    def test_a_tag_without_a_value_is_left_out_and_the_chart_may_name_others(self) -> None:
        self.assertEqual(sorted(Service('ec2').tags({'namespace': 'x'})), ['services.k8s.aws/controller-version', 'services.k8s.aws/namespace'])
        service = service_of('ec2', deployment('--resource-tags', 'owner=team, kind=%K8S_RESOURCE_NAME%'))
        self.assertEqual(service.tags({'name': 'a'}), {'owner': 'team', 'kind': 'a'})


if __name__ == '__main__':
    unittest.main()
