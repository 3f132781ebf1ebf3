using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Tenancy;

/// <summary>Base of controllers that answer only under <c>/{tenant}/…</c>.</summary>
[EndpointPlace(EndpointPlace.Tenant)]
public abstract class TenantController : Controller;
