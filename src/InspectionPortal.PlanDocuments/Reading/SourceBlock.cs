namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Something that stands in a document, in its order.</summary>
/// <param name="Where">"Table 2", "Sheet 'Plan'"; empty where there is nothing to tell it from.</param>
public abstract record SourceBlock(string Where);
