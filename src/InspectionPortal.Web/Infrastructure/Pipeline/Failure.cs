using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>An expected failure.</summary>
public abstract record Failure
{
    /// <summary>One field is wrong; the message says how to put it right.</summary>
    public static Invalid Field(string field, string message) => new([new FieldError(field, message)]);
}
