namespace InspectionPortal.Web.Tenancy;

/// <summary>Marks an endpoint; one without a mark answers nowhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EndpointPlaceAttribute(EndpointPlace place) : Attribute
{
    public EndpointPlace Place { get; } = place;
}
