namespace InspectionPortal.Web.Tenancy;

/// <summary>Where an endpoint answers: under a partnership's address or on the platform's own.</summary>
public enum EndpointPlace
{
    Tenant,
    Platform,
}
