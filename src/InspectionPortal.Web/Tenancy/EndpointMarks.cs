using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Tenancy;

/// <summary>Where an endpoint answers: under a partnership's address or on the platform's own.</summary>
public enum EndpointPlace
{
    Tenant,
    Platform,
}

/// <summary>Marks an endpoint; one without a mark answers nowhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EndpointPlaceAttribute(EndpointPlace place) : Attribute
{
    public EndpointPlace Place { get; } = place;
}

/// <summary>Base of controllers that answer only under <c>/{tenant}/…</c>.</summary>
[EndpointPlace(EndpointPlace.Tenant)]
public abstract class TenantController : Controller;

/// <summary>Base of controllers that answer only on the platform's reserved addresses.</summary>
[EndpointPlace(EndpointPlace.Platform)]
public abstract class PlatformController : Controller;
