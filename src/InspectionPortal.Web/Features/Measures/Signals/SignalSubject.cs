namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>What an answer is about.</summary>
public enum SignalSubject
{
    Measure,
    Project,
}
