namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Which button was pressed.</summary>
public enum FigureStep
{
    Save,

    /// <summary>Shows more empty rows; saves nothing.</summary>
    MoreRows,

    /// <summary>Puts what was pasted into the rows; saves nothing.</summary>
    TakePasted,
}
