package environment

import (
	"context"
	"errors"

	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/rest"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"

	krov1alpha1 "github.com/kubernetes-sigs/kro/api/v1alpha1"
	kroclient "github.com/kubernetes-sigs/kro/pkg/client"
	"github.com/kubernetes-sigs/kro/pkg/recording"
)

// New gives an environment without an API server: it knows what is created, and a test ends where it creates a graph.
func New(ctx context.Context, config ControllerConfig) (*Environment, error) {
	if err := registerSchemes(); err != nil {
		return nil, err
	}
	clients, err := kroclient.NewSet(kroclient.Config{RestConfig: &rest.Config{Host: "http://127.0.0.1:1"}})
	if err != nil {
		return nil, err
	}
	env := &Environment{ControllerConfig: config, ClientSet: clients}
	env.context, env.cancel = context.WithCancel(ctx)
	env.Client = recordingClient{fake.NewClientBuilder().WithScheme(scheme.Scheme).Build()}
	env.CRDManager = clients.CRD(kroclient.CRDWrapperConfig{})
	return env, nil
}

// NewGroupIsolatingClient leaves groups as the tests write them.
func NewGroupIsolatingClient(c client.Client, _ string) client.Client { return c }

type recordingClient struct{ client.Client }

var errRecorded = errors.New("noted down; there is no API server")

func (c recordingClient) Create(ctx context.Context, object client.Object, options ...client.CreateOption) error {
	graph, ok := object.(*krov1alpha1.ResourceGraphDefinition)
	if !ok {
		return c.Client.Create(ctx, object, options...)
	}
	recording.Call("graph", map[string]any{"graph": graph})()
	return errRecorded
}
