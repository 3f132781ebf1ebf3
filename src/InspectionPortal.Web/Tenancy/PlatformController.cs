using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Tenancy;

/// <summary>Base of controllers that answer only on the platform's reserved addresses.</summary>
[EndpointPlace(EndpointPlace.Platform)]
public abstract class PlatformController : Controller;
