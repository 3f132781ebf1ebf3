namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>A message was refused; the status says how.</summary>
public class MessageRefusedException(int statusCode) : Exception($"Refused with {statusCode}.")
{
    public int StatusCode { get; } = statusCode;
}
